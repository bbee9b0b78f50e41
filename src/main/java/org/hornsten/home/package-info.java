/** Where people come in: the first page, signing in, my page, a project's own page; puts together what others know. */
package org.hornsten.home;
