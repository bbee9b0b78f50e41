/** Measures the packaged server beside the floor it stands on, in the same minutes on the same machine. */
package org.hornsten.bench;
