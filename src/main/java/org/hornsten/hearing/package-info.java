/**
 * What people say about a version, and how what is said without a name is mixed; it never decides what becomes of
 * their words.
 */
package org.hornsten.hearing;
