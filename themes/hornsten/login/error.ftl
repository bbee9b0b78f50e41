<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("errorTitle")}
<#elseif section = "form">
<p class="lead" id="kc-error-message">${kcSanitize(message.summary)?no_esc}</p>
<#if !skipLink?? && client?? && client.baseUrl?has_content><p><a id="backToApplication" href="${client.baseUrl}">${msg("backToApplication")}</a></p></#if>
</#if>
</@layout.registrationLayout>
