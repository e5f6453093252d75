<#
.SYNOPSIS
Makes a kiosk of this machine, or an ordinary machine of a kiosk.

.DESCRIPTION
Puts assigned-access.xml (Windows 11 Pro) or shell-launcher.xml (Enterprise, Education, IoT Enterprise) into Windows, through
its bridge to device management. That takes the account of the system, so this script runs itself once as a task of it.
Run it in PowerShell as administrator, then restart the machine. docs/installer.md has the steps before.

.PARAMETER Mode
AssignedAccess, ShellLauncher or Off.
#>
[CmdletBinding()]
param(
  [Parameter(Mandatory = $true)]
  [ValidateSet('AssignedAccess', 'ShellLauncher', 'Off')]
  [string] $Mode
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
$folder = 'C:\ProgramData\Pravesh'
$taskName = 'PraveshLockKiosk'

function Set-Kiosk {
  $bridge = Get-CimInstance -Namespace 'root\cimv2\mdm\dmmap' -ClassName 'MDM_AssignedAccess'
  $bridge.Configuration = $null
  $bridge.ShellLauncher = $null
  if ($Mode -eq 'AssignedAccess') {
    $xml = Get-Content -Raw -Encoding utf8 -Path (Join-Path $PSScriptRoot 'assigned-access.xml')
    $bridge.Configuration = [System.Net.WebUtility]::HtmlEncode($xml)
  }
  if ($Mode -eq 'ShellLauncher') {
    $xml = Get-Content -Raw -Encoding utf8 -Path (Join-Path $PSScriptRoot 'shell-launcher.xml')
    $bridge.ShellLauncher = [System.Net.WebUtility]::HtmlEncode($xml)
  }
  Set-CimInstance -CimInstance $bridge
}

# Folders below C:\ProgramData let every account read: this one is for administrators and the accounts of the machine.
function New-KioskFolder {
  New-Item -ItemType Directory -Force -Path (Join-Path $folder 'data') | Out-Null
  icacls $folder /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-32-545:(OI)(CI)RX' | Out-Null
  icacls (Join-Path $folder 'data') /grant '*S-1-5-32-545:(OI)(CI)M' | Out-Null
}

function Invoke-AsSystem {
  $arguments = "-NoProfile -ExecutionPolicy Bypass -File `"$PSCommandPath`" -Mode $Mode"
  $action = New-ScheduledTaskAction -Execute 'powershell.exe' -Argument $arguments
  Register-ScheduledTask -TaskName $taskName -Action $action -User 'S-1-5-18' -Force | Out-Null
  try {
    Start-ScheduledTask -TaskName $taskName
    for ($second = 0; $second -lt 60; $second++) {
      Start-Sleep -Seconds 1
      if ((Get-ScheduledTask -TaskName $taskName).State -ne 'Running') { break }
    }
    $result = (Get-ScheduledTaskInfo -TaskName $taskName).LastTaskResult
  }
  finally {
    Unregister-ScheduledTask -TaskName $taskName -Confirm:$false
  }
  if ($result -ne 0) {
    throw "Windows did not take the configuration (result $result). Look at its edition, and into the event log under AssignedAccess."
  }
}

$identity = [System.Security.Principal.WindowsIdentity]::GetCurrent()
if ($identity.IsSystem) {
  Set-Kiosk
  exit 0
}
$administrator = [System.Security.Principal.WindowsBuiltInRole]::Administrator
if (-not ([System.Security.Principal.WindowsPrincipal] $identity).IsInRole($administrator)) {
  throw 'Run this as administrator.'
}
if ($Mode -eq 'ShellLauncher') {
  Enable-WindowsOptionalFeature -Online -FeatureName 'Client-EmbeddedShellLauncher' -NoRestart -All | Out-Null
}
if ($Mode -ne 'Off') {
  New-KioskFolder
}
Invoke-AsSystem
Write-Output "done ($Mode): restart the machine"
