package org.hornsten.link;

import jakarta.validation.constraints.NotBlank;
import org.jboss.resteasy.reactive.RestForm;

/** A letter's code as typed. */
public record CodeForm(@RestForm @NotBlank(message = "code_missing") String letter) {}
