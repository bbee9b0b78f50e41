/**
 * The right to take part in one project without an account, and its doors: personal link and letter code; it never
 * tells who else has one.
 */
package org.hornsten.link;
