/** What was written down of a workshop: begun by the house, worked on by staff, published. */
package org.hornsten.minutes;
