/** Anonymous answers that wait, sealed, until they are mixed with enough others that nobody can tell whose is whose. */
package org.hornsten.pool;
