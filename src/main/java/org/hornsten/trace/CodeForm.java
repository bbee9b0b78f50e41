package org.hornsten.trace;

import jakarta.validation.constraints.NotBlank;
import org.jboss.resteasy.reactive.RestForm;

/** A receipt's code as typed. */
public record CodeForm(@RestForm @NotBlank(message = "code_missing") String code) {}
