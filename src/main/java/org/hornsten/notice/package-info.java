/** Tells people by e-mail what happened: kept with its cause, sent after it; never who is to be told of what. */
package org.hornsten.notice;
