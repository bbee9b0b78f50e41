/**
 * An invented county to try everything in,
 * built through the other rooms' own verbs; never open where real people are.
 */
package org.hornsten.demo;
