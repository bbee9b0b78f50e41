/** What breaks, on purpose: databases killed, commits refused or cut, answers never read; and who notices. */
package org.hornsten.fault;
