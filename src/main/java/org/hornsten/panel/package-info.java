/** Bodies that are asked for some years, who sits in them and until when; never how they are asked or what they say. */
package org.hornsten.panel;
