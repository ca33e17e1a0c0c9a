; The installer for Windows, for one user and without an administrator's rights.
; installer.py says what it holds; see there for how it is made.

Unicode true
Target ${TARGET}
SetCompressor /SOLID lzma
ManifestDPIAware true
RequestExecutionLevel user

!include "MUI2.nsh"

!define NAME "Share Ticket Inspector"
!define WINDOW "${NAME}.exe"
!define TERMINAL "inspector.exe"
!define REMOVER "uninstall.exe"
!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\ShareTicketInspector"
; What "Open with" offers beside a file; it never becomes what opens a file by itself.
!define OFFERED "Software\Classes\Applications\${WINDOW}"

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${LISTED}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME}"
VIAddVersionKey "LegalCopyright" "The Share Ticket Inspector authors"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"

LangString STILL_OPEN ${LANG_ENGLISH} "Share Ticket Inspector is still open. Close it, then choose Retry."
LangString STILL_OPEN ${LANG_SIMPCHINESE} "Share Ticket Inspector 仍在运行。请先关闭，再点击“重试”。"

; A program that runs cannot be written to. Nobody is asked by a silent run: it ends with 2.
!macro WAIT_UNTIL_CLOSED PROGRAM
  !define AGAIN "again_${__LINE__}"
  !define CLOSED "closed_${__LINE__}"
  ${AGAIN}:
    IfFileExists "$INSTDIR\${PROGRAM}" 0 ${CLOSED}
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    IfErrors +3
    FileClose $0
    Goto ${CLOSED}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(STILL_OPEN)" /SD IDCANCEL IDRETRY ${AGAIN}
    SetErrorLevel 2
    Quit
  ${CLOSED}:
  !undef AGAIN
  !undef CLOSED
!macroend

Section
  !insertmacro WAIT_UNTIL_CLOSED "${WINDOW}"
  !insertmacro WAIT_UNTIL_CLOSED "${TERMINAL}"
  ; Another version leaves with its own list of files, so that nothing of it stays.
  IfFileExists "$INSTDIR\${REMOVER}" 0 +2
    ExecWait '"$INSTDIR\${REMOVER}" /S _?=$INSTDIR'
  !include "${FILES}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\${REMOVER}"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${WINDOW}"
  WriteRegStr HKCU "${OFFERED}" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${OFFERED}\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  !include "${TYPES}"
  WriteRegStr HKCU "${LISTED}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${LISTED}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${LISTED}" "DisplayIcon" "$INSTDIR\${WINDOW}"
  WriteRegStr HKCU "${LISTED}" "Publisher" "The Share Ticket Inspector authors"
  WriteRegStr HKCU "${LISTED}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${LISTED}" "UninstallString" '"$INSTDIR\${REMOVER}"'
  WriteRegStr HKCU "${LISTED}" "QuietUninstallString" '"$INSTDIR\${REMOVER}" /S'
  WriteRegDWORD HKCU "${LISTED}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${LISTED}" "NoModify" 1
  WriteRegDWORD HKCU "${LISTED}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  !insertmacro WAIT_UNTIL_CLOSED "${WINDOW}"
  !insertmacro WAIT_UNTIL_CLOSED "${TERMINAL}"
  SetOutPath "$TEMP"
  ; File by file: the folder may be one in which people keep things of their own.
  !include "${REMOVED}"
  Delete "$INSTDIR\${REMOVER}"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${OFFERED}"
  DeleteRegKey HKCU "${LISTED}"
SectionEnd
