/** What became of a viewpoint: disposition, reason, the change it led to; never who may read what was said. */
package org.hornsten.decision;
