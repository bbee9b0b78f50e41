package org.hornsten.panel;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a panel is composed by. */
@Schema(name = "Dimension")
public enum Dimension { AGE_GROUP, MUNICIPALITY, LANGUAGE, EXPERIENCE }
