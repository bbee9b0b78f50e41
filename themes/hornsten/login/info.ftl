<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header"><#if messageHeader??>${kcSanitize(msg("${messageHeader}"))?no_esc}<#else>${msg("infoTitle")}</#if>
<#elseif section = "form">
<p class="lead">${message.summary}<#if requiredActions??><#list requiredActions>: <#items as action>${kcSanitize(msg("requiredAction.${action}"))?no_esc}<#sep>, </#items></#list></#if></p>
<#if !skipLink??>
  <#if pageRedirectUri?has_content><p><a href="${pageRedirectUri}">${msg("backToApplication")}</a></p>
  <#elseif actionUri?has_content><p><a class="button" href="${actionUri}">${msg("doContinue")}</a></p>
  <#elseif (client.baseUrl)?has_content><p><a href="${client.baseUrl}">${msg("backToApplication")}</a></p></#if>
</#if>
</#if>
</@layout.registrationLayout>
