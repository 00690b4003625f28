export { checkPicture, mostPictureBytes, type CheckedPicture } from './check-picture.ts';
export { dropPicture, dropPictureCalled, getPicture, writePicture } from './keep-picture.ts';
