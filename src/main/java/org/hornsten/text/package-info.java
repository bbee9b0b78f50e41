/** What a text is: sections, passages, words, quotes; pure functions that never store anything. */
package org.hornsten.text;
