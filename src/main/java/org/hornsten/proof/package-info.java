/** What proves that nothing disappeared: a tree of hashes, signed checkpoints, and the program that checks them. */
package org.hornsten.proof;
