/** What stands at the foot of every page: help, accessibility, how the service is working, its API and its parts. */
package org.hornsten.info;
