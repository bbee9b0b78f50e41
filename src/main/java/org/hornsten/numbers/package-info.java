/**
 * Small-number arithmetic: what may be told of a table of counts so that nobody can subtract a few people out of it;
 * it knows no database and no page.
 */
package org.hornsten.numbers;
