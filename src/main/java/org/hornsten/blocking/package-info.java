/** Shutting a person out of the house and letting the person in again; it takes back nothing that was said. */
package org.hornsten.blocking;
