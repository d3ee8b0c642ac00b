@echo off
rem Builds what is not built yet and opens the window.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "STAMP=%HERE%target\.built"

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
set "VERSION="
rem Through a file: a command in quotes with a pipe behind it loses its quotes in "for /f".
set "ANSWER=%TEMP%\surveyor-java-%RANDOM%%RANDOM%.txt"
"%JAVA%" -version >nul 2> "%ANSWER%"
for /f "tokens=3" %%v in ('findstr /i /c:" version " "%ANSWER%"') do if not defined VERSION set "VERSION=%%~v"
del "%ANSWER%" >nul 2>&1
if not defined VERSION (
    echo surveyor: Java was not found; install a JDK 17 or newer, or set JAVA_HOME. 1>&2
    exit /b 1
)
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 (
    echo surveyor: Java %VERSION% is too old; install a JDK 17 or newer, or set JAVA_HOME. 1>&2
    exit /b 1
)

set "STALE="
if not exist "%STAMP%" set "STALE=yes"
if not exist "%HERE%target\lib" set "STALE=yes"
if not defined STALE (
    for /f %%f in ('powershell -NoProfile -Command "$t=(Get-Item -LiteralPath $env:STAMP).LastWriteTime; Get-ChildItem -LiteralPath ($env:HERE + 'pom.xml'),($env:HERE + 'src/main') -Recurse | Where-Object LastWriteTime -gt $t | Select-Object -First 1 | ForEach-Object { 1 }"') do set "STALE=%%f"
)
if defined STALE (
    where mvn >nul 2>&1
    if errorlevel 1 (
        echo surveyor: Maven was not found; install Maven 3.8 or newer. 1>&2
        exit /b 1
    )
    echo Building Surveyor; the first time this loads the libraries and takes a minute or two.
    pushd "%HERE%"
    call mvn -q -B -Dstyle.color=never -DskipTests process-classes
    if errorlevel 1 (
        popd
        echo surveyor: the build failed; its messages are above. 1>&2
        exit /b 1
    )
    popd
    echo built> "%STAMP%"
)

rem Java compiles what runs for a moment only less eagerly; the compiler takes the time that the sandbox needs to start.
set "FLAGS=-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"
if %MAJOR% GEQ 24 set "FLAGS=%FLAGS% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
"%JAVA%" %FLAGS% -cp "%HERE%target\classes;%HERE%target\lib\*" dev.surveyor.app.Launcher %*
exit /b %ERRORLEVEL%
