/** Planning, changing and cancelling a workshop, and the page where everybody meets it. */
package org.hornsten.planning;
