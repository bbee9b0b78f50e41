/** Who comes: registering, what people need, the list at the door. */
package org.hornsten.attendance;
