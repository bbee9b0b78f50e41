/** Draws lots anybody can draw again, and tells how well a group fits what is wished for. Pure functions. */
package org.hornsten.lot;
