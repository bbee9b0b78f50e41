package org.hornsten.project;

/** How far the plan has come when somebody is asked about it. */
public enum Stage { IDEA, DRAFT, ALMOST_READY, DECIDED }
