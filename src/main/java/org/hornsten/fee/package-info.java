/**
 * What taking part costs people and what they get for it: agreed fees, claims, approval and lists for payroll. It pays
 * nobody and knows neither bank accounts nor what stands on a tax card.
 */
package org.hornsten.fee;
