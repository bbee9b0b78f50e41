/** People who want to sit in a panel: the open call, their applications, what a draw or a choice makes of them. */
package org.hornsten.recruitment;
