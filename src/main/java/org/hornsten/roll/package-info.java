/** Lists of members brought from a spreadsheet: read, tried, told row by row, seated; never who may sit where. */
package org.hornsten.roll;
