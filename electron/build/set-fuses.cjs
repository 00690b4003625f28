// CommonJS: electron-builder loads its hooks by require.
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { FuseV1Options, FuseVersion, flipFuses } = require('@electron/fuses');

// Electron carries its switches behind this mark (electron/docs/tutorial/fuses.md). A runtime that is not Electron,
// such as the stand-in of the packing test, has none to set.
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Turns off, in the packed program itself, every way of making it something other than the till. */
exports.default = async function setFuses(context) {
  const binary = binaryOf(context);
  if (!existsSync(binary)) throw new Error(`${binary} is not there`);
  if (context.electronPlatformName !== 'darwin' && !readFileSync(binary).includes(fuseMark)) {
    process.stderr.write(`${binary} is not Electron: it has no fuses to set\n`);
    return;
  }
  await flipFuses(binary, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin',
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.WasmTrapHandlers]: true,
  });
};

function binaryOf({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin') return join(appOutDir, `${name}.app`);
  if (electronPlatformName === 'win32') return join(appOutDir, `${name}.exe`);
  return join(appOutDir, packager.executableName);
}
