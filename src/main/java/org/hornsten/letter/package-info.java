/** Letters with codes: written, kept sealed for some days, printed, destroyed; never who may be asked. */
package org.hornsten.letter;
