<#import "template.ftl" as layout>
<#assign wrong = messagesPerField.existsError('username', 'password')>
<@layout.registrationLayout displayMessage=!wrong wrong=wrong; section>
<#if section = "header">${msg("loginAccountTitle")}
<#elseif section = "form">
<form action="${url.loginAction}" method="post">
  <#if !usernameHidden??>
  <@layout.field name="username" label=msg("usernameOrEmail") value=(login.username!'') autocomplete="username" focus=!wrong
    wrong=wrong?then(kcSanitize(messagesPerField.getFirstError('username', 'password')), '') />
  <@layout.field name="password" label=msg("password") type="password" autocomplete="current-password" focus=wrong />
  <#else>
  <@layout.field name="password" label=msg("password") type="password" autocomplete="current-password" focus=true
    wrong=wrong?then(kcSanitize(messagesPerField.getFirstError('username', 'password')), '') />
  </#if>
  <input type="hidden" name="credentialId"<#if auth?has_content && auth.selectedCredential?has_content> value="${auth.selectedCredential}"</#if>>
  <button class="button" name="login" id="kc-login">${msg("doLogIn")}</button>
</form>
<p class="help">${msg("loginHelp")}</p>
<#if client?? && client.baseUrl?has_content><p><a href="${client.baseUrl}">${msg("backToApplication")}</a></p></#if>
</#if>
</@layout.registrationLayout>
