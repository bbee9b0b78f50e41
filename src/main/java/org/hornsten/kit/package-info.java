/**
 * Small tools that know no domain noun: references, secrets, codes,
 * texts in several languages; never touches the database.
 */
package org.hornsten.kit;
