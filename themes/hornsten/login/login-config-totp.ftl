<#import "template.ftl" as layout>
<#assign wrong = messagesPerField.existsError('totp', 'userLabel')>
<@layout.registrationLayout displayMessage=false wrong=wrong; section>
<#if section = "header">${msg("loginTotpTitle")}
<#elseif section = "form">
<p class="lead">${msg("loginTotpWhy")}</p>
<ol class="steps">
  <li>
    <p>${msg("loginTotpStep1")}</p>
    <ul><#list totp.supportedApplications as app><li>${msg(app)}</li></#list></ul>
  </li>
  <li>
    <#if mode?? && mode = "manual">
    <p>${msg("loginTotpManualStep2")}</p>
    <p class="secret" id="kc-totp-secret-key">${totp.totpSecretEncoded}</p>
    <p>${msg("loginTotpManualStep3", totp.policy.digits, totp.policy.period)}</p>
    <p><a href="${totp.qrUrl}" id="mode-barcode">${msg("loginTotpScanBarcode")}</a></p>
    <#else>
    <p>${msg("loginTotpStep2")}</p>
    <p><img class="qr" src="data:image/png;base64, ${totp.totpSecretQrCode}" alt="${msg("loginTotpQr")}" width="246" height="246"></p>
    <p><a href="${totp.manualUrl}" id="mode-manual">${msg("loginTotpUnableToScan")}</a></p>
    </#if>
  </li>
  <li><p>${msg("loginTotpStep3")}</p></li>
</ol>
<form action="${url.loginAction}" method="post">
  <@layout.field name="totp" label=msg("authenticatorCode") autocomplete="one-time-code" numeric=true focus=wrong
    wrong=messagesPerField.existsError('totp')?then(kcSanitize(messagesPerField.get('totp')), '') />
  <@layout.field name="userLabel" label=msg("loginTotpDeviceName") hint=msg("loginTotpStep3DeviceName")
    wrong=messagesPerField.existsError('userLabel')?then(kcSanitize(messagesPerField.get('userLabel')), '') />
  <input type="hidden" name="totpSecret" value="${totp.totpSecret}">
  <#if mode??><input type="hidden" name="mode" value="${mode}"></#if>
  <p class="pick"><input type="checkbox" id="logout-sessions" name="logout-sessions" value="on"><label for="logout-sessions">${msg("logoutOtherSessions")}</label></p>
  <button class="button" id="saveTOTPBtn">${msg("doContinue")}</button>
  <#if isAppInitiatedAction??><button class="button button-second" name="cancel-aia" value="true">${msg("doCancel")}</button></#if>
</form>
</#if>
</@layout.registrationLayout>
