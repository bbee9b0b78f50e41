/**
 * What a text is: sections, passages, words, differences, likeness, quotes; pure functions that never store anything.
 */
package org.hornsten.text;
