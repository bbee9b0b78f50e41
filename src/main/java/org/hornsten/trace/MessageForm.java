package org.hornsten.trace;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.hornsten.input.Contribution;
import org.jboss.resteasy.reactive.RestForm;

/** A turn of the conversation as typed. */
public record MessageForm(@RestForm @NotBlank(message = "message_missing")
                          @Size(max = Contribution.LONGEST) String words, @RestForm String submission) {}
