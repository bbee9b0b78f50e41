/** Where people come in: the first page, signing in, my page, a project's own page; it puts together what other rooms know. */
package org.hornsten.home;
