/** The right to take part in one thing without an account: a personal link; it never tells who else has one. */
package org.hornsten.invitation;
