/** The transparency log: every entry of the ledger as a leaf of a tree, whose signed root can be kept outside. */
package org.hornsten.log;
