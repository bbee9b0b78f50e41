/** How staff find people for a panel: announces a call, sends it to a sample, and chooses by profile; never by name. */
package org.hornsten.choosing;
