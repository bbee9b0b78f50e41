/** What stands at the door of every request: forged forms, unknown fields, size, pace, headers; it shows no page. */
package org.hornsten.guard;
