package org.hornsten.input;

/** The way by which words reached us. */
public enum Channel { WEB, WORKSHOP, LETTER, PHONE, EMAIL, KIOSK }
