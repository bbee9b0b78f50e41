/** One service being developed together: phases, members, how much can be influenced; never what was said about it. */
package org.hornsten.project;
