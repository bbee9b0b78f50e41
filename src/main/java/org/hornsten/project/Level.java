package org.hornsten.project;

/** How much the participants decide: the five steps of the IAP2 spectrum of public participation. */
public enum Level { INFORM, CONSULT, INVOLVE, COLLABORATE, EMPOWER }
