@echo off
rem Starts Simwright with JAVA_HOME, or else with the JDK that built it.
setlocal
set "java=%JAVA_HOME%\bin\java.exe"
if not exist "%java%" set "java=@java.home@\bin\java.exe"
if not exist "%java%" (
  echo simwright: needs Java 25 or newer: set JAVA_HOME to a JDK 25. 1>&2
  exit /b 3
)
set "quick=-XX:TieredStopAtLevel=1"
if "%~1"=="" set "quick="
if "%~1"=="console" set "quick="
"%java%" -XX:+UseSerialGC %quick% --enable-native-access=@app.native@ -p "%~dp0..\modules" -m @app.main@ %*
