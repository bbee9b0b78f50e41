<#import "template.ftl" as layout>
<#assign wrong = messagesPerField.existsError('totp')>
<@layout.registrationLayout displayMessage=!wrong wrong=wrong; section>
<#if section = "header">${msg("loginOtpTitle")}
<#elseif section = "form">
<form action="${url.loginAction}" method="post">
  <#if otpLogin.userOtpCredentials?size gt 1>
  <fieldset class="field">
    <legend class="label">${msg("loginOtpDevice")}</legend>
    <#list otpLogin.userOtpCredentials as device>
    <p class="pick"><input type="radio" id="device-${device?index}" name="selectedCredentialId" value="${device.id}"<#if device.id == otpLogin.selectedCredentialId> checked</#if>>
      <label for="device-${device?index}"><#if device.userLabel?has_content>${device.userLabel}<#else>${msg("loginOtpUnnamed")}</#if></label></p>
    </#list>
  </fieldset>
  </#if>
  <@layout.field name="otp" label=msg("loginOtpOneTime") hint=msg("loginOtpHint") autocomplete="one-time-code" numeric=true focus=true
    wrong=wrong?then(kcSanitize(messagesPerField.get('totp')), '') />
  <button class="button" name="login" id="kc-login">${msg("doLogIn")}</button>
</form>
<p class="help">${msg("loginOtpHelp")}</p>
</#if>
</@layout.registrationLayout>
