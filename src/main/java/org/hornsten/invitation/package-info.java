/** Asking people to take part, by hand or by letter, and who has been asked; never what they say. */
package org.hornsten.invitation;
