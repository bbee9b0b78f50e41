package org.hornsten.link;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who answers by somebody's link or letter, as the one at the keyboard said. */
@Schema(name = "Speaking")
public enum Speaking { MYSELF, SUPPORTED, FOR_SOMEBODY }
