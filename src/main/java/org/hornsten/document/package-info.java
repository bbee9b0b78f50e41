/**
 * Reads and writes what people keep. So far: Word files and tables in. Knows no database and no person, opens no
 * connection and leaves no file behind; words for people are found elsewhere, by the names of
 * {@link org.hornsten.document.Finding.Kind} and {@link org.hornsten.document.Unreadable.Reason}.
 */
package org.hornsten.document;
