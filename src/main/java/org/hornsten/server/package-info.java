/** Starts the house: the main class, the bundled database, the secrets it makes for itself. Knows no domain noun. */
package org.hornsten.server;
